# The published versions.
button-version = 📄 Version { $version }
button-newest = 📄 The newest
