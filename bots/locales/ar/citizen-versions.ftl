# النسخ المنشورة.
button-version = 📄 النسخة { $version }
button-newest = 📄 الأحدث
citizen-objection = ⚖️ <b>اعتراض الضامن</b> ({ $when }): { $text }
