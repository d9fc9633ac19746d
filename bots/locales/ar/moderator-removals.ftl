# ‏/remove: شخصان يزيلان ما نُشر.
moderator-menu-remove = إزالة ما نُشر، بشخصين
moderator-ask-remove = ما الذي يُزال؟ اكتبوا المرجع، مثل Q-12.
moderator-removals = <b>طلبات إزالة في الانتظار: { $count }</b>
moderator-removal-line = • <b>{ $ref }</b> { $text }
moderator-removal-asked = { $others ->
        [0] ✅ سُجّل لـ <b>{ $ref }</b>، لكن لا أحد غيركم ليوافق: ادعوا زميلًا (/invite). تبقى منشورة حتى ذلك الحين.
        [one] ✅ طُلبت الإزالة: أُخبر شخص واحد. تبقى <b>{ $ref }</b> منشورة حتى يجيب.
        [two] ✅ طُلبت الإزالة: أُخبر شخصان. تبقى <b>{ $ref }</b> منشورة حتى يجيب أحدهما.
        [few] ✅ طُلبت الإزالة: أُخبر { $others } أشخاص. تبقى <b>{ $ref }</b> منشورة حتى يجيب أحدهم.
       *[other] ✅ طُلبت الإزالة: أُخبر { $others } شخصًا. تبقى <b>{ $ref }</b> منشورة حتى يجيب أحدهم.
    }
moderator-removal-request = 🗑 طلب إزالة، المادة { $number }: { $title }.
moderator-removal-question = هل تُزال؟ يُخبر صاحبها وله أن يعترض. تُحفظ الأصوات لكنها لا تُحسب بعد ذلك.
moderator-removal-own = هذا طلبكم أنتم: لا بد أن يوافق شخص آخر.
moderator-button-removal-confirm = 🗑 إزالة
moderator-button-removal-drop = إبقاؤها منشورة
moderator-removal-dropped = تبقى <b>{ $ref }</b> منشورة: أُسقط الطلب.
moderator-refused-removal-pending = طُلبت إزالة { $ref } من قبل: /remove يعرض الطلب.
moderator-refused-removal-settled = لهذا الطلب جواب من قبل.
moderator-refused-unknown-removal = لا يوجد طلب إزالة كهذا.
