# من سيحضر، والوصول.
citizen-coming = { $count ->
        [zero] 👥 لن يحضر أحد حتى الآن.
        [one] 👥 سيحضر شخص واحد.
        [two] 👥 سيحضر شخصان.
        [few] 👥 سيحضر { $count } أشخاص.
        [many] 👥 سيحضر { $count } شخصًا.
       *[other] 👥 سيحضر { $count } شخص.
    }
citizen-reminded = { $count ->
        [one] ⏰ سأذكّركم يوم { $when }.
       *[other] ⏰ سأذكّركم: { $when }.
    }
citizen-button-sign = 🎟 رمزي للدخول
citizen-sign =
    🎟 <b>{ $title }</b>
    رمزكم للدخول: <code>{ $sign }</code>
    أروه لمن يستقبل الحضور، أو اكتبوا هنا الرمز المعلّق في القاعة. لا يدل الرمز على هويتكم.
citizen-sign-later = ستجدون رمزكم هنا يوم الجلسة.
citizen-door-unknown = لا أعرف هذا الرمز، أو أن الدخول مغلق. أعيدوا قراءته أو اسألوا عند المدخل.
citizen-arrived = 👋 أهلًا بكم في «{ $title }»! سُجّل حضوركم.
citizen-arrived-without = 👋 أهلًا بكم في «{ $title }»! حُسب حضوركم. لم تكونوا مسجّلين: نرجو أن تسألوا عند المدخل هل من مقعد لكم.
citizen-arrived-already = 👋 حضوركم في «{ $title }» مسجّل من قبل.
citizen-arrival-undone = تم: لم يعد حضوركم محسوبًا.
citizen-button-not-here = ↩ لست هناك
citizen-refused-door-closed = الدخول إلى «{ $title }» غير مفتوح: يُسجّل الحضور يوم الجلسة.
citizen-refused-wrong-door = هذا الرمز لا يصلح لجلسة «{ $title }». نرجو إعادة قراءة الرمز المعلّق في القاعة.
citizen-refused-not-there = حضوركم في «{ $title }» غير مسجّل.
notice-attended = 👋 أهلًا بكم في «{ $title }»: سُجّل حضوركم. أثناء الجلسة يمكنكم طرح أسئلتكم هنا.
button-ask-live = 🙋 أسئلة مباشرة
