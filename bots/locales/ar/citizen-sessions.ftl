citizen-sessions = <b>جلسات النقاش القادمة</b>
citizen-sessions-none = لا توجد جلسات نقاش مقررة حاليًا.
citizen-session =
    <b>{ $ref } · { $title }</b>
    {"\u200F"}📅 { $when } ({ $minutes ->
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $minutes } دقائق
       *[other] { $minutes } دقيقة
    })
    📍 { $place }
citizen-seats = { $free ->
        [zero] اكتملت المقاعد. { $waiting ->
            [zero] ستكونون في أول قائمة الانتظار.
            [one] ينتظر شخص واحد.
            [two] ينتظر شخصان.
            [few] ينتظر { $waiting } أشخاص.
            [many] ينتظر { $waiting } شخصًا.
           *[other] ينتظر { $waiting } شخص.
        }
        [one] بقي مقعد واحد.
        [two] بقي مقعدان.
        [few] بقيت { $free } مقاعد.
        [many] بقي { $free } مقعدًا.
       *[other] بقي { $free } مقعد.
    }
citizen-seat-seated = ✅ لديكم مقعد.
citizen-seat-waiting = ⏳ ترتيبكم في قائمة الانتظار: { $position }.
citizen-seat-offered = 🎟 هناك مقعد محجوز لكم: نرجو قبوله أو تركه.
citizen-seat-released = تم: لم يعد اسمكم في القائمة.
citizen-session-cancelled = ❌ أُلغيت هذه الجلسة.
citizen-button-take-seat = ✅ التسجيل
citizen-button-accept-seat = ✅ قبول المقعد
citizen-button-leave-seat = التخلي عن مقعدي
citizen-button-leave-line = مغادرة قائمة الانتظار
citizen-button-calendar = 📎 ملف للتقويم
citizen-calendar-caption = { $title }: لإضافتها إلى تقويمكم
