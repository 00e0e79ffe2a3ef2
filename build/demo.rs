//! The demo landscape as records that lie in the program: one static for each list in them, named by its number.

use serde_json::{Map, Value};
use std::error::Error;
use std::fmt::Write as _;

pub const SOURCE: &str = "data/musterau.json";

type Made<T> = Result<T, Box<dyn Error>>;

/// Lists of the file and the shapes of their records.
const KINDS: [(&str, &str); 7] = [
    ("actors", "actor"),
    ("networks", "network"),
    ("relations", "relation"),
    ("rhythms", "rhythm"),
    ("meetings", "meeting"),
    ("evidence", "evidence"),
    ("verdicts", "verdict"),
];

/// Lists inside a record and the shapes of their parts.
const PARTS: [(&str, &str); 10] = [
    ("channels", "channel"),
    ("decisions", "decision"),
    ("embedding", "embedding"),
    ("goals", "goal"),
    ("holidays", "holiday"),
    ("members", "member"),
    ("next_steps", "step"),
    ("questions", "question"),
    ("statements", "statement"),
    ("tasks", "task"),
];

/// The records `store/demo.rs` takes in.
pub fn tables(source: &str) -> Made<String> {
    let mut file: Map<String, Value> = serde_json::from_str(source)?;
    let mut out = Tables { code: String::new(), lists: 0 };
    if file.remove("format") != Some("runde".into()) || file.remove("version") != Some(1.into()) {
        return Err("another format".into());
    }
    let landscape = out.record("the_landscape", &file.remove("landscape").ok_or("no landscape")?)?;
    writeln!(out.code, "pub(super) static LANDSCAPE: Record = {landscape};")?;
    let mut kinds = Vec::new();
    for (list, shape) in KINDS {
        let records = file.remove(list).unwrap_or_else(|| Value::Array(Vec::new()));
        let records = out.records(shape, records.as_array().ok_or("not a list")?)?;
        kinds.push(format!("(&{shape}::SHAPE, {records})"));
    }
    writeln!(out.code, "pub(super) static KINDS: [(&Shape, &[Record]); {}] = [{}];", kinds.len(), kinds.join(", "))?;
    match file.keys().next() {
        Some(other) => Err(format!("nobody reads {other}").into()),
        None => Ok(out.code),
    }
}

struct Tables {
    code: String,
    /// How many lists there are so far.
    lists: usize,
}

impl Tables {
    /// A list as a static of its own; gives back its name.
    fn list(&mut self, of: &str, items: &[String]) -> Made<String> {
        let name = format!("L{}", self.lists);
        self.lists += 1;
        writeln!(self.code, "static {name}: &[{of}] = &[{}];", items.join(", "))?;
        Ok(name)
    }

    fn records(&mut self, shape: &str, records: &[Value]) -> Made<String> {
        let records: Made<Vec<_>> = records.iter().map(|record| self.record(shape, record)).collect();
        self.list("Record", &records?)
    }

    fn record(&mut self, shape: &str, record: &Value) -> Made<String> {
        let (mut id, mut fields, mut values) = ("", Vec::new(), Vec::new());
        for (key, value) in record.as_object().ok_or("not a record")? {
            match value {
                Value::String(text) if key == "id" => id = text,
                _ => {
                    fields.push(format!("{shape}::{}", key.to_uppercase()));
                    values.push(format!("Value::{}", self.value(key, value)?));
                }
            }
        }
        let values = self.list("Value", &values)?;
        Ok(format!("Record::lent(&{shape}::SHAPE, {id:?}, &[{}], &{values})", fields.join(", ")))
    }

    /// The value of a field; what its shape says of it is seen from it alone.
    fn value(&mut self, key: &str, value: &Value) -> Made<String> {
        Ok(match value {
            Value::String(text) => format!("Text(lent({text:?}))"),
            Value::Bool(flag) => format!("Flag({flag})"),
            Value::Number(number) => format!("Number({number})"),
            Value::Object(ratings) => {
                let ratings: Vec<_> =
                    ratings.iter().map(|(dimension, rating)| format!("(lent({dimension:?}), {rating})")).collect();
                format!("Ratings(List::Lent(&{}))", self.list("(SmolStr, u8)", &ratings)?)
            }
            Value::Array(items) => match &items[..] {
                [Value::Number(min), Value::Number(max)] => format!("Range({min}, {max})"),
                [Value::String(_), ..] => {
                    let text = |item: &Value| Some(format!("lent({:?})", item.as_str()?));
                    let texts: Option<Vec<_>> = items.iter().map(text).collect();
                    let texts = texts.ok_or_else(|| format!("not only texts in {key}"))?;
                    format!("Texts(List::Lent(&{}))", self.list("SmolStr", &texts)?)
                }
                _ => {
                    let (_, shape) =
                        PARTS.iter().find(|(list, _)| *list == key).ok_or_else(|| format!("what is in {key}?"))?;
                    format!("Parts(List::Lent(&{}))", self.records(shape, items)?)
                }
            },
            Value::Null => return Err(format!("{key} is null").into()),
        })
    }
}
