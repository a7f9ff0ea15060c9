"""The framework, its catalogues and the reference cases: TOML files, and the typed loader that reads them."""
