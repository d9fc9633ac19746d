# Le versioni pubblicate.
button-version = 📄 Versione { $version }
button-newest = 📄 La più recente
