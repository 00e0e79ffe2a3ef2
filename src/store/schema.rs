//! The JSON Schema (draft 2020-12) of the file, made from the tables of fields and the value lists, so that it cannot
//! disagree with what is read and written. Lists stay open, unknown keys are allowed.

use super::Store;
use super::json::Json;
use crate::arrange::Arrange as _;
use crate::i18n::Lang;
use crate::landscape::{KeyedBy, Kind, Shape, Spec, Type, vocabulary};

/// How dates look: a day, a month, a year.
const DATE: &str = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";
/// How moments look: a day, with a local time where it is known.
const MOMENT: &str = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?)?$";

/// The schema as it lies in `data/schema.json`.
#[must_use]
pub fn schema() -> String {
    let mut shapes: Vec<&'static Shape> = Vec::new();
    for kind in Kind::ALL {
        gather(kind.shape(), &mut shapes);
    }
    let mut lists: Vec<&'static str> = Vec::new();
    let specs = shapes.iter().flat_map(|shape| shape.specs);
    lists.extend(specs.filter_map(|spec| spec.of.list()));
    lists.arrange_by(Ord::cmp);
    lists.dedup();
    let defs = shapes.iter().map(|shape| (shape.name.to_owned(), record(shape)));
    let defs = defs.chain(lists.iter().map(|list| (list_name(list), list_of(list))));
    let store = [
        ("$schema", Json::text("https://json-schema.org/draft/2020-12/schema")),
        ("$id", Json::text("https://example.org/runde/schema.json")),
        ("title", Json::text("A store of runde: one education landscape")),
        ("type", Json::text("object")),
        ("required", Json::texts(["format", "version"])),
        ("properties", Json::Map(top())),
        ("additionalProperties", Json::Flag(true)),
        ("$defs", Json::Map(defs.collect())),
    ];
    Json::map(store).pretty()
}

/// A shape and those of its parts, each once, in the order they are met.
fn gather(shape: &'static Shape, shapes: &mut Vec<&'static Shape>) {
    if shapes.contains(&shape) {
        return;
    }
    shapes.push(shape);
    for spec in shape.specs {
        if let Type::Parts(part) = spec.of {
            gather(part, shapes);
        }
    }
}

/// The keys of the file itself.
fn top() -> Vec<(String, Json)> {
    let version = [("type", Json::text("integer")), ("minimum", Json::Whole(1))];
    let mut keys = vec![
        ("format".to_owned(), Json::map([("const", Json::text("runde"))])),
        ("version".to_owned(), Json::map(version)),
        (Store::LANDSCAPE.to_owned(), reference("landscape")),
    ];
    keys.extend(Kind::MANY.into_iter().map(|kind| (kind.plural().to_owned(), array(reference(kind.name())))));
    keys.push(("forgotten".to_owned(), array(string())));
    keys
}

/// One record or part.
fn record(shape: &'static Shape) -> Json {
    let mut keys = Vec::new();
    let mut required = Vec::new();
    if shape.keyed_by == KeyedBy::Id {
        required.push("id");
        let pairs = [("type", Json::text("string")), ("minLength", Json::Whole(1))];
        keys.push(("id".to_owned(), labelled(Json::map(pairs), shape.name, "id")));
    }
    for spec in shape.specs {
        required.extend(spec.required.then_some(spec.key));
        keys.push((spec.key.to_owned(), labelled(value(spec), shape.name, spec.key)));
    }
    let name = |lang| Json::text(vocabulary::kind_label(shape.name, 1, lang));
    Json::map([
        ("title", name(Lang::En)),
        ("description", name(Lang::De)),
        ("type", Json::text("object")),
        ("required", Json::texts(required)),
        ("properties", Json::Map(keys)),
        ("additionalProperties", Json::Flag(true)),
    ])
}

/// A schema with the name of its field in both languages, and what to write into it.
fn labelled(schema: Json, shape: &str, key: &str) -> Json {
    let mut pairs = Vec::new();
    if let Some(text) = vocabulary::field(shape, key) {
        pairs.push(("title".to_owned(), Json::text(text.label(Lang::En))));
        let german = [text.label(Lang::De), text.hint(Lang::En)];
        let description = german.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" – ");
        pairs.push(("description".to_owned(), Json::Text(description)));
    }
    if let Json::Map(own) = schema {
        pairs.extend(own);
    }
    Json::Map(pairs)
}

/// What a field may hold.
fn value(spec: &Spec) -> Json {
    match spec.of {
        Type::Date => pattern(DATE),
        Type::Moment => pattern(MOMENT),
        Type::Duration => pattern("^P[0-9DTHMSW.]+$"),
        Type::Flag => Json::map([("type", Json::text("boolean"))]),
        Type::Number(min, max) => whole(min, max),
        Type::Range => Json::map([
            ("type", Json::text("array")),
            ("items", whole(0, u32::MAX.into())),
            ("minItems", Json::Whole(2)),
            ("maxItems", Json::Whole(2)),
        ]),
        Type::Choice(list) => reference(&list_name(list)),
        Type::Choices(list) => set(reference(&list_name(list))),
        Type::Texts | Type::Refs(_) => set(string()),
        Type::Moments => set(pattern(MOMENT)),
        Type::Parts(part) => array(reference(part.name)),
        Type::Ratings => Json::map([
            ("type", Json::text("object")),
            ("propertyNames", reference(&list_name("rating_dimension"))),
            ("additionalProperties", whole(1, 4)),
        ]),
        _ => string(),
    }
}

/// An open list: the known values with their labels, and any other text.
fn list_of(list: &'static str) -> Json {
    let known = vocabulary::values(list).iter().map(|entry| {
        Json::map([
            ("const", Json::text(entry.key)),
            ("title", Json::text(entry.label(Lang::En))),
            ("description", Json::text(entry.label(Lang::De))),
        ])
    });
    let open = Json::map([("type", Json::text("string")), ("title", Json::text("a value of one's own"))]);
    Json::map([
        ("title", Json::text(vocabulary::list_label(list, Lang::En))),
        ("description", Json::text(vocabulary::list_label(list, Lang::De))),
        ("type", Json::text("string")),
        ("anyOf", Json::List(known.chain([open]).collect())),
    ])
}

fn list_name(list: &str) -> String {
    format!("list_{list}")
}

fn reference(name: &str) -> Json {
    Json::map([("$ref", Json::Text(format!("#/$defs/{name}")))])
}

fn string() -> Json {
    Json::map([("type", Json::text("string"))])
}

fn pattern(pattern: &str) -> Json {
    Json::map([("type", Json::text("string")), ("pattern", Json::text(pattern))])
}

fn whole(min: i64, max: i64) -> Json {
    Json::map([("type", Json::text("integer")), ("minimum", Json::Whole(min)), ("maximum", Json::Whole(max))])
}

fn array(items: Json) -> Json {
    Json::map([("type", Json::text("array")), ("items", items)])
}

fn set(items: Json) -> Json {
    Json::map([("type", Json::text("array")), ("items", items), ("uniqueItems", Json::Flag(true))])
}
