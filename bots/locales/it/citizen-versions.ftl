# Le versioni pubblicate.
button-version = 📄 Versione { $version }
button-newest = 📄 La più recente
citizen-objection = ⚖️ <b>Obiezione del garante</b> ({ $when }): { $text }
