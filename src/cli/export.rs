//! `runde export`: which format is wanted, and who writes it.

use super::args::Export;
use super::desk::Desk;
use super::fault::Failure;
use super::map;

pub(super) fn run(args: &Export, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    map::svg(args, desk)
}
