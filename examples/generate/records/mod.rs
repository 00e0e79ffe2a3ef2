//! Every record of the store as a plain struct: fields in the order of the file, empty ones left out.

mod body;
mod happening;

pub(crate) use body::*;
pub(crate) use happening::*;
use std::collections::BTreeMap;

/// What is left out of the file.
pub(crate) trait Empty {
    fn is_empty(&self) -> bool;
}

impl Empty for String {
    fn is_empty(&self) -> bool {
        self.as_str().is_empty()
    }
}

impl<T> Empty for Vec<T> {
    fn is_empty(&self) -> bool {
        self.as_slice().is_empty()
    }
}

impl<K, V> Empty for BTreeMap<K, V> {
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl<T> Empty for Option<T> {
    fn is_empty(&self) -> bool {
        self.is_none()
    }
}

impl Empty for bool {
    fn is_empty(&self) -> bool {
        !self
    }
}

/// A record: every field is left out when it is empty.
macro_rules! record {
    ($(#[$meta:meta])* $name:ident { $($field:ident: $type:ty),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
        #[serde(default)]
        pub(crate) struct $name {
            $(
                #[serde(skip_serializing_if = "crate::records::Empty::is_empty")]
                pub(crate) $field: $type,
            )*
        }
    };
}
pub(crate) use record;

/// Texts that are a set: sorted by bytes, each once.
pub(crate) fn set<T: Into<String>>(texts: impl IntoIterator<Item = T>) -> Vec<String> {
    let mut texts: Vec<String> = texts.into_iter().map(Into::into).collect();
    texts.sort_unstable();
    texts.dedup();
    texts
}
