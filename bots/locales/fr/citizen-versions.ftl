# Les versions publiées.
button-version = 📄 Version { $version }
button-newest = 📄 La plus récente
citizen-objection = ⚖️ <b>Objection du garant</b> ({ $when }) : { $text }
