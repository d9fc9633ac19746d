# محور المساهمة.
citizen-topic = ← المحور { $number }: <b>{ $title }</b>
citizen-topic-words = يدور الحديث عن: { $words }
