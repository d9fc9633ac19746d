# النسخ المنشورة.
button-version = 📄 النسخة { $version }
button-newest = 📄 الأحدث
