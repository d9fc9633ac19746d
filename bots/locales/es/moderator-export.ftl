# /export: los datos abiertos de un tema.
moderator-menu-export = Los datos abiertos de un tema
moderator-export-file = 📦 Datos abiertos de «{ $theme }»: lo publicado, sin nombres ni votos reconocibles. El archivo manifest.json dice qué contiene cada archivo.
moderator-export-behind = ⏳ El cálculo lleva tiempo: estos son los últimos resultados conocidos.
moderator-export-large = Los datos de «{ $theme }» pesan demasiado para Telegram ({ $megabytes } MB). En el servidor: palabre export { $slug } --to CARPETA
moderator-export-later = Reunir los datos lleva más tiempo de lo habitual. Pídalos otra vez dentro de un minuto: /export { $slug }
