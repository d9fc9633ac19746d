# إشارات على بطاقة مساهمة في الانتظار: لا تقرر شيئًا بنفسها.
moderator-hint-language = 🌐 { $language ->
        [fr] الفرنسية
        [en] الإنجليزية
        [it] الإيطالية
        [es] الإسبانية
        [zh] الصينية
        [ar] العربية
       *[other] ليست من اللغات الست
    } · { $source ->
        [detected] بثقة { $percent } %
        [history] لغة آخر ما كتبه صاحبها؛ هذا النص أقصر من أن يدل
        [chosen] اللغة التي اختارها صاحبها؛ النص أقصر من أن يدل
        [import] كما استُوردت
        [corrected] كما قال صاحبها
       *[other] لغة الموضوع؛ النص أقصر من أن يدل
    }
moderator-hint-personal = 🔒 ربما بيانات شخصية (مشطوبة): { $kinds }. سيرى المواطنون ▒▒▒ مكانها.
moderator-hint-rude = 🤬 ربما كلام بذيء (تحته خط): { $words }
moderator-hint-links = 🔗 عدد الروابط: { $count }
moderator-hint-only-links = 🔗 تكاد لا تحوي غير روابط، وعددها { $count }
moderator-hint-shouting = 🔊 كلها بأحرف كبيرة
moderator-hint-repeated = 🔁 أرسل صاحبها النص نفسه خلال عشر دقائق مرات أخرى عددها { $count }
moderator-hint-chorus = 📣 أرسل آخرون النص نفسه خلال عشر دقائق، وعددهم { $count }
moderator-hint-fast = ⏩ عدد نصوص صاحبها خلال عشر دقائق: { $count }
personal-card = بطاقة دفع
personal-id = رقم وثيقة هوية
personal-email = بريد إلكتروني
personal-phone = هاتف
personal-iban = رقم حساب مصرفي
personal-nir = رقم الضمان الاجتماعي
personal-handle = حساب
personal-address = عنوان
personal-name = اسم
moderator-near = 👯 <b>ربما تكرار:</b>
moderator-similar = 🫂 <b>ربما تشبهها، بكلمات أخرى أو بلغة أخرى:</b>
