# /export : les données ouvertes d’une thématique.
moderator-menu-export = Les données ouvertes d’une thématique
moderator-export-file = 📦 Données ouvertes de « { $theme } » : ce qui est publié, sans nom, sans vote reconnaissable. Le fichier manifest.json dit ce que contient chaque fichier.
moderator-export-behind = ⏳ Le calcul prend du temps : ce sont les derniers résultats connus.
moderator-export-large = Les données de « { $theme } » sont trop lourdes pour Telegram ({ $megabytes } Mo). Sur le serveur : palabre export { $slug } --to DOSSIER
moderator-export-later = Rassembler les données prend plus de temps que d’habitude. Redemandez dans une minute : /export { $slug }
