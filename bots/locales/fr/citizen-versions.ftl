# Les versions publiées.
button-version = 📄 Version { $version }
button-newest = 📄 La plus récente
