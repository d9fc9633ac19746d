# جدول الأعمال والملخص: مسودة، ونشر بشخصين.
moderator-agenda-none = لا يوجد بعد جدول أعمال لـ «{ $theme }»: لا بد من أسئلة مقبولة.
moderator-summary-none = لا يوجد بعد ملخص لـ «{ $theme }»: لا بد من مساهمات مقبولة.
moderator-agenda-draft = 📋 <b>جدول أعمال «{ $theme }»</b> — مسودة
moderator-summary-draft = 📝 <b>ملخص «{ $theme }»</b> — مسودة
moderator-agenda-requested = 📋 <b>جدول أعمال «{ $theme }»</b> كما سيُنشر
moderator-summary-requested = 📝 <b>ملخص «{ $theme }»</b> كما سيُنشر
moderator-draft-behind = ⏳ الحساب يستغرق وقتًا: هذه آخر نسخة معروفة.
moderator-draft-changed = 🔄 تغيّرت المسودة في هذه الأثناء. هذه هي الجديدة: اقرؤوها.
moderator-draft-publish = هذا ما سيُنشر. هل ننشره؟ سيؤكد ذلك شخص ثانٍ.
moderator-draft-later = مرحلة «{ $phase }» لا تسمح بالنشر بعد: يصبح ممكنًا من مرحلة التداول.
moderator-draft-file = الوثيقة كاملة
moderator-draft-translation = ما سيقرؤه القرّاء { $spoken }
moderator-button-publish = 📣 نشر هذا كما هو
moderator-publish-requested = ✅ طُلب النشر: { $what ->
        [agenda] جدول أعمال
       *[summary] ملخص
    } «{ $theme }» سيُنشر حين يؤكد أحد هؤلاء: { $names }.
moderator-publish-alone = ✅ طُلب النشر، لكن لا أحد غيركم ليؤكد: { $what ->
        [agenda] جدول أعمال
       *[summary] ملخص
    } «{ $theme }» في الانتظار. ادعوا زميلًا: /invite
moderator-confirm-question = هل تؤكدون النشر؟
moderator-confirm-nothing = { $version ->
        [0] هذا طلبكم أنتم: لا بد أن يؤكده زميل.
       *[other] نُشر (النسخة { $version }).
    }
moderator-published = 📣 نُشر: { $what ->
        [agenda] جدول أعمال
       *[summary] ملخص
    } «{ $theme }»، النسخة { $version }. نخبر الآن كل أصحاب المساهمات.
moderator-agenda-reasons = <b>الأسباب</b>
moderator-agenda-reason = <b>{ $rank }. { $title }</b>
    { $why }
moderator-agenda-left-out = • <b>{ $title }</b> (عدد المؤيدين: { $supporters }) <i>{ $refs }</i>
    { $why }
