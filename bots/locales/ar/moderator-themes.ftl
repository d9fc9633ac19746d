# المواضيع والمراحل.
moderator-themes = <b>المواضيع</b>
moderator-theme-line = • <b>{ $title }</b> (<code>{ $slug }</code>) — { $phase }{ $waiting ->
        [0] {""}
       *[other] ، 📥 في الانتظار: { $waiting }
    }
moderator-no-theme = لا يوجد موضوع بعد. أنشئوا الأول!
moderator-which-theme = أي موضوع؟
moderator-button-new-theme = ➕ موضوع جديد
moderator-button-phase = 🚦 المرحلة
moderator-button-session = 📅 جلسة جديدة
moderator-button-stats = 📊 أرقام
moderator-button-open = ▶️ فتح: جمع الأصوات
moderator-button-announce = 📣 إعلان فقط
moderator-ask-title = ما عنوان الموضوع الجديد؟ اكتبوه.
moderator-slip-title = العنوان من 3 إلى 120 حرفًا؛ وهذا فيه { $length }. اكتبوا غيره.
moderator-theme-drafted = ✅ أُنشئ «<b>{ $title }</b>». اسمه القصير: <code>{ $slug }</code>
    هو مسودة: لا يراه المواطنون بعد.
moderator-which-phase = <b>{ $title }</b> في مرحلة «{ $phase }». إلى أي مرحلة؟
    في تاريخ بدل الآن: <code>/phase { $slug } deliberating 2026-12-05 18:00</code>
moderator-theme-moved = ✅ <b>{ $title }</b> الآن في مرحلة «{ $phase }».
moderator-theme-moved-on = تغيّرت مرحلة الموضوع في هذه الأثناء: هذا وضعه.
moderator-slip-phase = «{ $phase }» ليست مرحلة. المراحل: { $phases }
moderator-theme-until = ⏳ مقرر: «{ $phase }»، { $when }
moderator-phase-planned = ⏳ سُجّل: ينتقل إلى مرحلة «{ $phase }»، { $when }. يرى المواطنون هذا التاريخ من الآن.
moderator-phase-dropped = الانتقال المقرر («{ $phase }»، { $when }) لن يحدث.
moderator-button-unplan = ✖️ إلغاء الانتقال المقرر
