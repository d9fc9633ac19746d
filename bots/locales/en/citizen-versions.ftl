# The published versions.
button-version = 📄 Version { $version }
button-newest = 📄 The newest
citizen-objection = ⚖️ <b>The guarantor objects</b> ({ $when }): { $text }
