# What is done often. `just check` is exactly what the continuous integration runs.

default: check

check:
    .ci/run

# The larger rounds of every random test, before a release.
rounds n="20":
    RUNDE_ROUNDS={{n}} cargo test --release

# Files made from the code: keys, man page, schema, the demo landscape.
generate:
    cargo run --quiet -- keys --lang en > docs/keys.md
    cargo run --quiet -- man > docs/runde.1
    cargo run --quiet -- schema > data/schema.json
    cargo run --quiet --release --example generate -- demo > target/musterau.json
    mv target/musterau.json data/musterau.json

# The functions a start runs, which the linker puts first (`build/linking.rs`): after larger changes. Takes valgrind.
first:
    CARGO_PROFILE_RELEASE_STRIP=false cargo build --release --bin runde --target-dir target/named
    rm -f target/named/run.*
    (sleep 20; printf q) | script -qec "stty rows 40 cols 120; {{traced}} --demo" /dev/null > /dev/null
    {{traced}} --demo find ganztag > /dev/null
    grep -hoE '(_(ZN|R)[^ ]+|\bmain$)' target/named/run.* | sed -E "s/'.*//; s/17h[0-9a-f]{16}E.*/17h*/; s/Cs[0-9A-Za-z]+_/Cs*_/g; s/\.[0-9]+$/*/; s/^(_.*[^*])$/\1*/" | LC_ALL=C sort -u > build/first.txt

traced := "valgrind -q --tool=callgrind --demangle=no --callgrind-out-file=target/named/run.%p target/named/release/runde"

bench:
    cargo bench
