# What people are told about what became of their words.
notice-admitted = ✅ نُشرت مساهمتكم <b>{ $ref }</b>. شكرًا لكم: يمكن للآخرين رؤيتها الآن.
notice-refused = لم تُقبل المساهمة <b>{ $ref }</b> استنادًا إلى المادة { $article } من الميثاق: { $reason }
    يمكنكم إعادة صياغتها وإرسالها من جديد.
notice-merged = المساهمة <b>{ $ref }</b> تقول ما تقوله <b>{ $into }</b>: تُحفظ الاثنتان معًا.
notice-reconsidered = يُعاد النظر في القرار بشأن <b>{ $ref }</b>: هي من جديد بانتظار المراجعة.
notice-seat-offered = 🪑 شغر مقعد لكم: <b>{ $title }</b> ({ $session })
    🕑 { $when }
    📍 { $place }
    هل تأخذونه؟
notice-agenda-item = 📋 نُشر جدول أعمال «{ $theme }». مساهمتكم ({ $ref }) فيه، في البند { $rank }: <b>{ $title }</b>
notice-agenda-published = 📋 نُشر جدول أعمال «{ $theme }». مساهمتكم ({ $ref }) ليست بندًا فيه هذه المرة؛ لكنها تبقى في مادة الملخص وفي البيانات المفتوحة، وجدول الأعمال يبيّن السبب.
notice-summary-published = 📝 نُشر ملخص «{ $theme }». { $cited ->
        [yes] كلماتكم مقتبسة فيه ({ $ref }).
       *[no] كلماتكم ({ $ref }) من مادته.
    }
notice-publication-requested = يطلب أحد أعضاء الفريق نشر { $what ->
        [agenda] جدول الأعمال
       *[summary] الملخص
    } لموضوع «{ $theme }». نرجو القراءة ثم التأكيد: يلزم شخصان.
button-take-seat = ✅ آخذه
button-leave-seat = أتركه
button-see = 👀 قراءة
button-confirm = ✅ تأكيد النشر
button-open-agenda = 📋 عرض جدول الأعمال
button-open-summary = 📝 عرض الملخص
