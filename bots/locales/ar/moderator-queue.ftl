# قائمة الانتظار: بطاقة لكل مساهمة.
moderator-card-head = 📥 <b>{ $ref }</b> · { $kind } · { $theme }
moderator-backlog = <i>{ $waiting ->
        [one] مساهمة واحدة في الانتظار
        [two] مساهمتان في الانتظار
        [few] { $waiting } مساهمات في الانتظار
       *[other] { $waiting } مساهمة في الانتظار
    }، أقدمها منذ { $age }.</i>
age-days = { $count ->
        [one] يوم
        [two] يومين
        [few] { $count } أيام
       *[other] { $count } يومًا
    }
age-hours = { $count ->
        [one] ساعة
        [two] ساعتين
        [few] { $count } ساعات
       *[other] { $count } ساعة
    }
age-minutes = { $count ->
        [one] دقيقة
        [two] دقيقتين
        [few] { $count } دقائق
       *[other] { $count } دقيقة
    }
age-moments = لحظات
moderator-near-item = • <b>{ $ref }</b> { $text }
moderator-which-article = <b>وفق أي مادة من الميثاق؟</b>
moderator-button-admit = ✅ قبول
moderator-button-refuse = ⛔ رفض…
moderator-button-merge = 🔗 ضم إلى { $ref }
moderator-button-skip = ⏭ ترك
moderator-button-undo = ↩️ تراجع (30 ثانية)
moderator-button-next = ➡️ التالية
moderator-button-take-again = ↩️ أخذها من جديد
moderator-button-all-themes = 📥 مواضيع أخرى ({ $count })
moderator-decided-admitted = ✅ <b>قُبلت.</b>
moderator-decided-refused = ⛔ <b>رُفضت</b>، المادة { $number }: { $title }.
moderator-decided-merged = 🔗 <b>ضُمّت إلى { $into }</b>؛ يُحفظ النصان.
moderator-decided-withdrawn = 🗑 <b>سحبها</b> صاحبها.
moderator-decided-waiting = ⏳ <b>في الانتظار.</b>
moderator-decided-skipped = ⏭ <b>{ $ref }</b>: تُركت لزميل؛ تعود حين لا ينتظر شيء آخر.
moderator-queue-empty = 🎉 القائمة فارغة: لا شيء في الانتظار.
moderator-queue-in-hands = لا شيء لكم: ما بقي في أيدي الزملاء، وعدده { $waiting }.
