//! Any text is folded and marked on whole graphemes.

use super::*;

/// Texts from the odd corners of Unicode.
fn odd(dice: &mut Dice) -> String {
    let pieces = [
        "ä",
        "a\u{308}",
        "ß",
        "ẞ",
        "İ",
        "ı",
        "\u{308}",
        "\u{200d}",
        "👩\u{200d}🔬",
        "♻\u{fe0f}",
        "\u{202e}",
        "\u{2066}",
        "\0",
        "漢字",
        "한글",
        "각",
        "ﬁ",
        "Å",
        "e",
        "u",
        " ",
        "-",
        "Jugendamt",
        "SS",
        "\r\n",
        "🇩🇪",
        "\u{e0041}",
        "ǅ",
        "ΐ",
        "x\u{323}\u{308}",
        "\u{1f}",
    ];
    (0..dice.below(14))
        .map(|_| match dice.below(4) {
            0 => char::from_u32(u32::try_from(dice.below(0x11_0000)).unwrap()).map_or(String::new(), String::from),
            _ => (*dice.pick(&pieces)).to_owned(),
        })
        .collect()
}

#[test]
fn any_text_is_folded_and_marked_on_whole_graphemes() {
    use unicode_segmentation::UnicodeSegmentation;
    let seed = seed(17);
    println!("seed {seed}");
    let mut dice = Dice::new(seed);
    for _ in 0..rounds(20_000) {
        let (text, typed) = (odd(&mut dice), odd(&mut dice));
        let ranges = highlight(&text, &Query::new(&typed));
        let mut borders: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
        borders.push(text.len());
        let mut before = None;
        for range in ranges {
            assert!(
                range.start < range.end && borders.contains(&range.start) && borders.contains(&range.end),
                "{text:?} {typed:?}"
            );
            assert!(before.is_none_or(|before| before < range.start), "in order and apart: {text:?} {typed:?}");
            before = Some(range.end);
        }
        let folded = fold(&text);
        assert_eq!(fold(&folded), folded, "folding twice changes nothing: {text:?}");
        assert_eq!(super::fold::fold_with_origin(&text).text, folded, "{text:?}");
    }
}

#[test]
fn a_hit_in_the_name_is_always_marked() {
    let mut dice = Dice::new(seed(19));
    let docs: Vec<Plain> = (0..300).map(|_| document(&mut dice)).collect();
    let index = Index::build(docs.len(), |n, entry| done(entry.name(&docs[n].name)));
    for _ in 0..rounds(300) {
        let query = Query::new(&typed(&mut dice, &docs));
        for hit in find(&index, &query, ALL_KINDS, 10) {
            assert!(!highlight(&docs[hit.doc].name, &query).is_empty(), "{:?} {query:?}", docs[hit.doc].name);
        }
    }
}
