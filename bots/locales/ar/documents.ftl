# Agenda, summary and map as text, for both bots.
# A mark for right to left, {"\u200F"}, turns a line that begins with, or is nothing but, what is put in.
document-agenda-budget = { $items ->
        [zero] لا بنود
        [one] بند واحد
        [two] بندان
        [few] { $items } بنود
        [many] { $items } بندًا
       *[other] { $items } بند
    }، الوقت المخصص: { $minutes ->
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $minutes } دقائق
       *[other] { $minutes } دقيقة
    }.
document-agenda-item = {"\u200F"}<b>{ $rank }. { $title }</b> — { $minutes ->
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $minutes } دقائق
       *[other] { $minutes } دقيقة
    }
document-agenda-when = {"\u200F"}🕑 { $when }
document-agenda-when-where = {"\u200F"}🕑 { $when }، { $place }
document-agenda-supporters = {"\u200F"}👥 { $supporters ->
        [zero] لا أحد
        [one] شخص واحد
        [two] شخصان
        [few] { $supporters } أشخاص
        [many] { $supporters } شخصًا
       *[other] { $supporters } شخص
    }
document-agenda-paid = {"\u200F"}⏱ من وقت: { $paid }
document-agenda-share = { $group } ({ $minutes } د)
document-agenda-group = المجموعة { $number }
document-agenda-remainder = الوقت المشترك المتبقي
document-agenda-others = آخرون
document-agenda-left-out = <b>خارج جدول الأعمال</b>
document-agenda-left-out-item = {"\u200F"}• { $title } ({ $supporters ->
        [zero] لا أحد
        [one] شخص واحد
        [two] شخصان
        [few] { $supporters } أشخاص
        [many] { $supporters } شخصًا
       *[other] { $supporters } شخص
    })
document-agenda-lacks = {"\u200F"}الوقت الناقص (بالدقائق): { $minutes }. مؤيدون إضافيون كانوا يكفون: { $supporters }.
document-agenda-short = {"\u200F"}الوقت الناقص (بالدقائق): { $minutes }.
document-citations = <i>{ $refs }</i>
document-summary-counts = أُعدّ من { $texts ->
        [one] مساهمة واحدة
        [two] مساهمتين
        [few] { $texts } مساهمات
       *[other] { $texts } مساهمة
    } قدّمها { $people ->
        [one] شخص واحد
        [two] شخصان
        [few] { $people } أشخاص
        [many] { $people } شخصًا
       *[other] { $people } شخص
    }.
document-summary-counts-few = أُعدّ من { $texts ->
        [one] مساهمة واحدة
        [two] مساهمتين
        [few] { $texts } مساهمات
       *[other] { $texts } مساهمة
    } قدّمها أقل من { $few } أشخاص.
document-section-topic = <b>{ $title }</b>
document-section-common-ground = 🤝 <b>{ $title }</b>
document-section-contention = ⚖️ <b>{ $title }</b>
document-section-uncertainty = ❔ <b>{ $title }</b>
document-section-minority = 🕊 <b>{ $title }</b>
document-sentence = «{ $text }» <i>{ $refs }</i>
document-map-counts = أعطى { $participants ->
        [one] شخص واحد
        [two] شخصان
        [few] { $participants } أشخاص
        [many] { $participants } شخصًا
       *[other] { $participants } شخص
    } { $votes ->
        [one] صوتًا واحدًا
        [two] صوتين
        [few] { $votes } أصوات
        [many] { $votes } صوتًا
       *[other] { $votes } صوت
    } على { $statements ->
        [one] عبارة واحدة
        [two] عبارتين
        [few] { $statements } عبارات
       *[other] { $statements } عبارة
    }.
document-map-common-ground = 🤝 <b>ما يجمع الناس</b>
document-map-contention = ⚖️ <b>ما يفرّقهم</b>
document-map-uncertain = ❔ <b>ما يتردّدون فيه</b>
document-map-groups = {"\u200F"}<b>{ $count ->
        [zero] لا مجموعات رأي
        [one] مجموعة رأي واحدة
        [two] مجموعتا رأي
        [few] { $count } مجموعات رأي
       *[other] { $count } مجموعة رأي
    }</b>
document-map-no-groups = لا توجد معسكرات واضحة: الآراء متداخلة.
document-map-group = <b>المجموعة { $number }</b> ({ $size ->
        [zero] لا أحد
        [one] شخص واحد
        [two] شخصان
        [few] { $size } أشخاص
        [many] { $size } شخصًا
       *[other] { $size } شخص
    })، ما يميّزها:
document-statement = • { $text } <i>({ $ref })</i>
document-statement-bare = • { $ref }
document-agenda-pinned = 📌 أدرجه المشرفون في جدول الأعمال، ووقته يُخصم من الوقت المشترك.
document-agenda-retitled = ✏️ العنوان من وضع المشرفين، وكان: «{ $title }»
document-agenda-dropped = ✖️ أزاله المشرفون من جدول الأعمال: { $reason }
