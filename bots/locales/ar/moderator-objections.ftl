# اعتراضات الضامن.
moderator-help-object = <b>الاعتراض</b>
moderator-menu-object = الاعتراض علنًا
moderator-ask-objection = ما الذي لا يصح في إدارة «{ $theme }»؟ اكتبوه في { $most } حرف على الأكثر: سيقرؤه الجميع تحت ما يُنشر وفي السجل.
moderator-slip-objection = الاعتراض من { $least } إلى { $most } حرف؛ وهذا فيه { $length }. اكتبوا من جديد أو اكتبوا /cancel.
moderator-button-objection-back = ↩️ سحبه
moderator-objected = ⚖️ اعتراضكم بشأن «{ $theme }» علني: تحت جدول الأعمال والملخص وفي السجل وفي البيانات المفتوحة. أُخبر الفريق.
moderator-objection-taken-back = ↩️ سُحب: لم يعد يظهر.
moderator-refused-unknown-objection = لا يوجد اعتراض كهذا منكم.
moderator-record-objections = <b>اعتراضات الضامن</b>
moderator-record-objection = • { $day }، { $theme }: «{ $text }»
