# /export: the open data of a theme.
moderator-menu-export = The open data of a theme
moderator-export-file = 📦 Open data of “{ $theme }”: what is published, without names, no vote that could be somebody’s. The file manifest.json says what is in each file.
moderator-export-behind = ⏳ Computing takes its time: these are the last results known.
moderator-export-large = The data of “{ $theme }” is too heavy for Telegram ({ $megabytes } MB). On the server: palabre export { $slug } --to FOLDER
moderator-export-later = Gathering the data takes longer than usual. Ask again in a minute: /export { $slug }
