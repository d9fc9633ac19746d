# /export: البيانات المفتوحة لموضوع.
moderator-menu-export = البيانات المفتوحة لموضوع
moderator-export-file = 📦 البيانات المفتوحة لموضوع «{ $theme }»: ما هو منشور، دون أسماء ودون أصوات يمكن التعرف على أصحابها. يوضح الملف manifest.json محتوى كل ملف.
moderator-export-behind = ⏳ الحساب يستغرق وقتًا: هذه آخر النتائج المعروفة.
moderator-export-large = بيانات «{ $theme }» أثقل مما يقبله Telegram ({ $megabytes } ميغابايت). على الخادم: {"\u200E"}palabre export { $slug } --to FOLDER
moderator-export-later = يستغرق جمع البيانات وقتًا أطول من المعتاد. اطلبوها من جديد بعد دقيقة: {"\u200E"}/export { $slug }
