# /export: i dati aperti di un tema.
moderator-menu-export = I dati aperti di un tema
moderator-export-file = 📦 Dati aperti di «{ $theme }»: ciò che è pubblicato, senza nomi e senza voti riconoscibili. Il file manifest.json dice che cosa contiene ogni file.
moderator-export-behind = ⏳ Il calcolo richiede tempo: questi sono gli ultimi risultati conosciuti.
moderator-export-large = I dati di «{ $theme }» sono troppo pesanti per Telegram ({ $megabytes } MB). Sul server: palabre export { $slug } --to CARTELLA
moderator-export-later = Raccogliere i dati richiede più tempo del solito. Chiedete di nuovo tra un minuto: /export { $slug }
