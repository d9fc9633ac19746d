# Las versiones publicadas.
button-version = 📄 Versión { $version }
button-newest = 📄 La más reciente
citizen-objection = ⚖️ <b>Objeción del garante</b> ({ $when }): { $text }
