# السجل العام للإشراف.
moderator-menu-record = السجل العام للإشراف
moderator-record = ⚖️ <b>سجل الإشراف</b> — { $title }
moderator-record-line = • { $name }: <b>{ $count }</b>
moderator-record-few = —
moderator-record-articles = <b>حالات الرفض بحسب مواد الميثاق</b>
moderator-record-untold = • —
moderator-record-appeals = <b>الطعون</b>
moderator-outcome-open = قيد الانتظار
moderator-outcome-upheld = أُبقي القرار
moderator-outcome-overturned = أُلغي القرار
moderator-record-removals = 🗑 أُزيل بعد النشر: <b>{ $count }</b>
moderator-record-times = ⏱ نصف القرارات خلال { $median } على الأكثر، وتسعة من عشرة خلال { $p90 }.
moderator-record-oldest = ⏳ أقدم ما ينتظر وصل في { $day }.
moderator-record-small = <i>—: أقل من { $smallest } أشخاص، أو عدد يمكن استنتاجه. هذا السجل موجود أيضًا في البيانات المفتوحة.</i>
moderator-record-file = السجل في جدول (CSV)
