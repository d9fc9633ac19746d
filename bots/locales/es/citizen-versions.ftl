# Las versiones publicadas.
button-version = 📄 Versión { $version }
button-newest = 📄 La más reciente
