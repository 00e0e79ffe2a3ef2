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

bench:
    cargo bench
