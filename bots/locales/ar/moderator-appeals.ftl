# الطعون في قائمة الانتظار.
moderator-former = ✏️ نسخة جديدة من <b>{ $ref }</b> ({ $state }): «{ $text }»
moderator-former-refused = ✏️ نسخة جديدة من <b>{ $ref }</b> المرفوضة (المادة { $article }): «{ $text }»
moderator-appeal = ⚖️ <b>طعن</b> — لمن لم يتخذ القرار.
moderator-appeal-bare = <i>قُدّم الطعن منذ { $age }، بلا سبب.</i>
moderator-appeal-reason = <i>قُدّم الطعن منذ { $age }:</i> «{ $reason }»
moderator-appeal-upheld = ⚖️ بعد الطعن: القرار باقٍ.
moderator-appeal-overturned = ⚖️ بعد الطعن: أُلغي القرار، والمساهمة منشورة.
moderator-button-uphold = ⛔ إبقاء القرار
moderator-button-overturn = ✅ نشر
moderator-appeals-own = ⚖️ طعون في قراراتكم تنتظر شخصًا آخر، وعددها { $count }. إن كنتم وحدكم فادعوا زميلًا: /invite
moderator-refused-own-decision = { $ref }: الطعن في قراركم أنتم؛ لا بد أن ينظر فيه شخص آخر.
moderator-refused-no-appeal = { $ref }: لم يعد هناك طعن للبت فيه.
moderator-refused-own-entry = { $ref }: أنتم من أدخل هذا النص؛ لا بد أن يقرر شخص آخر.
