//! Recurrence and dates: rules of RFC 5545, what they mean in words, when bodies meet. Knows no screens.
