"""The sample theme `la-viande` of Clermont-Ferrand: what people write, and a simulated crowd that votes on it."""
