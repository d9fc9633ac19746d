# يوم الجلسة: الاحتياجات والدخول والحضور.
moderator-menu-checkin = تسجيل الواصلين
moderator-menu-attendance = عدد الحاضرين
moderator-button-check-in = 🚪 الدخول
moderator-button-attendance = 🔢 الحضور
moderator-button-refresh = 🔄 نظرة جديدة
moderator-button-walk-in = ➕ جاء بلا تسجيل
moderator-button-walk-in-less = ➖ أقل بواحد
moderator-button-room-code = 🖼 رمز القاعة
moderator-needs = 🤝 ما يحتاجه الناس ({ $count }):
moderator-need = <code>{ $sign }</code> { $text }
moderator-no-door = لا باب مفتوح: يُسجَّل الواصلون من يوم الجلسة إلى اليوم التالي. ‏/signups يعرض الجلسات.
moderator-door =
    🚪 <b>{ $ref } · { $title }</b>
    اكتبوا هنا الرموز التي تُعرض عليكم واحدًا بعد الآخر، أو امسحوا الصورة على هواتفهم.
    أو اعرضوا رمز القاعة على الجميع: <code>{ $code }</code>. من لديه الرمز يكتبه إلى { $bot ->
        [none] بوت المواطنين
       *[other] @{ $bot }
    }.
moderator-attendance =
    👥 الحاضرون: { $present }
    حضر { $came } من { $signed } ممن لهم مقاعد، و{ $walkins } بلا مقعد؛ الغائبون: { $absent }
moderator-attendance-of =
    🔢 <b>{ $ref } · { $title }</b>
    🕑 { $when }
moderator-attendance-file = الأرقام، بلا أشخاص.
moderator-arrived = ✅ <code>{ $sign }</code> وصل: { $title }. عدد الحاضرين: { $present }.{ $seat ->
        [yes] {""}
       *[no] {" "}⚠️ في قائمة الانتظار: انظروا هل يوجد مقعد.
    }
moderator-arrived-already = <code>{ $sign }</code> مسجَّل من قبل: { $title }. عدد الحاضرين: { $present }.
moderator-sign-unknown = لا أحد من المسجلين في جلسة اليوم لديه الرمز «{ $sign }». أعيدوا قراءته، أو احسبوا الشخص بـ ➕ في /checkin.
moderator-attendance-undone = ↩ لم يعد <code>{ $sign }</code> محسوبًا.
moderator-room-code = { $title }: امسحوا هذا، أو اكتبوا { $code } للبوت.
moderator-room-code-later = بوت المواطنين الذي تقود إليه هذه الصورة لا يذكر اسمه الآن: حاولوا من جديد بعد دقيقة. رمز القاعة صالح منذ الآن: { $code }
moderator-refused-door-closed = باب «{ $title }» غير مفتوح: يُسجَّل الواصلون من يوم الجلسة إلى اليوم التالي.
moderator-refused-not-there = هذا الشخص غير مسجَّل في «{ $title }».
moderator-refused-no-walk-in = لا أحد بلا تسجيل محسوب في «{ $title }».
moderator-refused-stranger = مُحي هذا الشخص ولم يعد يشارك: احسبوه بـ ➕ في /checkin.
