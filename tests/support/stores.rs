//! Stores to test with: a small one written by hand, and random ones of every shape, type and script.

use proptest::collection::vec;
use proptest::prelude::*;
use runde::landscape::{Field, Id, Kind, Record, Shape, Target, Type, Value, actor, member, network, rhythm};
use runde::store::{Change, Data, Edit, Store};
use std::sync::Arc;

/// A store with unknown fields at five levels and a bit of everything.
pub fn small() -> &'static str {
    include_str!("small.json")
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-zA-ZäöüßÄÖÜ ]{1,12}",
        1 => "\\PC{1,6}",
        1 => any::<String>().prop_filter("not empty", |text| !text.is_empty()),
        1 => Just("a\"b\\c\n\t\u{7f}\u{2028}ü".to_owned()),
    ]
}

fn any_id() -> impl Strategy<Value = String> {
    (0u8..7, 0u8..8).prop_map(|(kind, n)| format!("{}-{n}", Kind::MANY[usize::from(kind)].name()))
}

fn any_extra() -> impl Strategy<Value = Vec<(Box<str>, Box<str>)>> {
    let json = prop_oneof![
        Just("1E400"),
        Just("-0"),
        Just("null"),
        Just("{}"),
        Just("[]"),
        Just("[1,{\"a b\":[true,\"x: [\"]}]"),
        Just("\"\\ud800\"")
    ];
    vec(("x_[a-zä]{1,4}", json), 0..3).prop_map(|mut list| {
        list.sort();
        list.dedup_by(|a, b| a.0 == b.0);
        list.into_iter().map(|(key, json)| (key.into(), json.into())).collect()
    })
}

fn any_value(of: Type) -> BoxedStrategy<Option<Value>> {
    match of {
        Type::Flag => any::<bool>().prop_map(|flag| Some(Value::Flag(flag))).boxed(),
        Type::Number(min, max) => (min..=max).prop_map(|n| Some(Value::Number(n))).boxed(),
        Type::Range => (any::<u32>(), any::<u32>()).prop_map(|(a, b)| Some(Value::Range(a, b))).boxed(),
        Type::Ratings => vec(("[a-z]{1,4}", 1u8..=4), 1..4)
            .prop_map(|mut list| {
                list.sort();
                list.dedup_by(|a, b| a.0 == b.0);
                Some(Value::Ratings(list.into_iter().map(|(key, n)| (key.into(), n)).collect()))
            })
            .boxed(),
        Type::Parts(shape) => vec(any_record(shape), 1..4)
            .prop_map(|mut parts| {
                for (n, part) in parts.iter_mut().enumerate() {
                    if !part.id.is_empty() {
                        part.id = Id::new(&format!("{}-{n}", part.id));
                    }
                }
                Value::parts(parts)
            })
            .boxed(),
        Type::Ref(_) => any_id().prop_map(|id| Value::text(&id)).boxed(),
        Type::Refs(Target::Subject) => {
            vec(prop_oneof![any_id(), Just("landscape".to_owned())], 1..4).prop_map(Value::set).boxed()
        }
        Type::Refs(_) => vec(any_id(), 1..4).prop_map(Value::set).boxed(),
        of if of.is_set() => vec(any_text(), 1..4).prop_map(Value::set).boxed(),
        _ => any_text().prop_map(|text| Value::text(&text)).boxed(),
    }
}

/// A record of this shape with some of its fields, and some of nobody's.
fn any_record(shape: &'static Shape) -> BoxedStrategy<Record> {
    let fields = vec(0..shape.specs.len(), 0..6).prop_flat_map(move |places| {
        let cells: Vec<_> = places
            .into_iter()
            .map(|place| {
                let field = Field(u8::try_from(place).unwrap());
                any_value(shape.spec(field).of).prop_map(move |value| (field, value))
            })
            .collect();
        cells
    });
    let keyed = shape.keyed_by == runde::landscape::KeyedBy::Id;
    (fields, any_extra())
        .prop_map(move |(cells, extra)| {
            let mut record = Record::new(shape, if keyed { Id::new("k") } else { Id::none() });
            for (field, value) in cells {
                record.set(field, value);
            }
            record.set_extra(extra);
            record
        })
        .boxed()
}

/// Any store: up to eight records of each kind, referring to each other and to nobody.
pub fn any_store() -> impl Strategy<Value = Store> {
    let kinds: Vec<_> = Kind::MANY.into_iter().map(|kind| vec(any_record(kind.shape()), 0..8)).collect();
    kinds.prop_map(|lists| {
        let mut edits = Vec::new();
        for (kind, list) in Kind::MANY.into_iter().zip(lists) {
            for (n, mut record) in list.into_iter().enumerate() {
                record.id = Id::new(&format!("{}-{n}", kind.name()));
                edits.push(Edit::Create(kind, Arc::new(record)));
            }
        }
        let mut data = Data::default();
        let change = Change { step: runde::store::Step::new(runde::store::Deed::Started, "landscape", ""), edits };
        data.apply(change).unwrap();
        data.store().clone()
    })
}

/// An institution with so many networks, each with a rhythm, and so many people; and some networks of others.
pub fn hub(networks: usize, people: usize, others: usize) -> Store {
    let name = |shape, id: &str, field, name: &str| Record::new(shape, Id::new(id)).with_text(field, name);
    let mut edits = vec![Edit::Create(Kind::Actor, Arc::new(name(&actor::SHAPE, "hub", actor::NAME, "Jugendamt")))];
    let mut create = |kind, record| edits.push(Edit::Create(kind, Arc::new(record)));
    for n in 0..networks {
        let mut seat = Record::new(&member::SHAPE, Id::new(&format!("seat-{n}"))).with_text(member::ACTOR, "hub");
        seat.set(member::UNTIL, (n % 5 == 0).then(|| Value::text("2020")).flatten());
        let id = format!("n-{n:04}");
        let mut body = name(&network::SHAPE, &id, network::NAME, &format!("Arbeitskreis {}", n * 7 % networks));
        body.set(network::MEMBERS, Value::parts(vec![seat]));
        create(Kind::Network, body);
        let met = Record::new(&rhythm::SHAPE, Id::new(&format!("r-{n:04}"))).with_text(rhythm::NETWORK, &id);
        create(Kind::Rhythm, met);
    }
    for n in 0..people {
        let mut person = name(&actor::SHAPE, &format!("p-{n:04}"), actor::NAME, &format!("Person {}", n * 13 % people));
        person.set(actor::PERSON, Some(Value::Flag(true)));
        create(Kind::Actor, person.with_text(actor::UNIT_OF, "hub"));
    }
    for n in 0..others {
        create(Kind::Network, name(&network::SHAPE, &format!("o-{n:04}"), network::NAME, &format!("Aktion {n}")));
    }
    let step = runde::store::Step::new(runde::store::Deed::Started, "landscape", "");
    Change { step, edits }.apply(&Store::default()).unwrap()
}
