# What people are told about what became of their words.
notice-admitted = ✅ <b>{ $ref }</b> منشورة الآن. شكرًا لك: يمكن للآخرين رؤيتها.
notice-refused = لم تُقبل <b>{ $ref }</b> وفق المادة { $article } من الميثاق: { $reason }
    يمكنك إعادة صياغتها وإرسالها من جديد.
notice-merged = <b>{ $ref }</b> تقول ما تقوله <b>{ $into }</b>: تُحفظان معًا.
notice-reconsidered = يُعاد النظر في القرار بشأن <b>{ $ref }</b>: تنتظر المراجعة من جديد.
notice-seat-offered = 🪑 شغر مقعد لك: <b>{ $title }</b> ({ $session })
    🕑 { $when }
    📍 { $place }
    هل تأخذه؟
notice-agenda-item = 📋 نُشر جدول أعمال «{ $theme }». مساهمتك ({ $ref }) فيه، في البند { $rank }: <b>{ $title }</b>
notice-agenda-published = 📋 نُشر جدول أعمال «{ $theme }». مساهمتك ({ $ref }) ليست بندًا فيه هذه المرة؛ تبقى في مادة الخلاصة وفي البيانات المفتوحة، والجدول يبيّن السبب.
notice-summary-published = 📝 نُشرت خلاصة «{ $theme }». { $cited ->
        [yes] كلماتك مقتبسة فيها ({ $ref }).
       *[no] كلماتك ({ $ref }) من مادتها.
    }
notice-publication-requested = يطلب زميل نشر { $what ->
        [agenda] جدول الأعمال
       *[summary] الخلاصة
    } لموضوع «{ $theme }». اقرأ ثم أكّد: يلزم شخصان.
button-take-seat = ✅ آخذه
button-leave-seat = أتركه
button-see = 👀 اقرأ
button-confirm = ✅ تأكيد النشر
button-open-agenda = 📋 عرض جدول الأعمال
button-open-summary = 📝 عرض الخلاصة
