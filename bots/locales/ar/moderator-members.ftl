# الفريق: الأدوار والدعوات.
moderator-roles = <b>الفريق</b>
moderator-role-line = • <b>{ $name }</b> — { $role }{ $you ->
        [yes] {" "}(أنتم)
       *[no] {""}
    }
moderator-button-invite = ➕ دعوة
moderator-button-revoke = ➖ سحب
moderator-which-role = لأي دور؟
moderator-invitation = دعوة (<b>{ $role }</b>) لشخص واحد فقط، مدة صلاحيتها بالأيام: { $days }. سلّموا هذا الرابط:
    { $link }
moderator-nobody-else = لا أحد غيركم في الفريق.
moderator-which-member = دور من تسحبون؟
moderator-revoke-sure = سحب دور <b>{ $name }</b>؟ يسري ذلك فورًا.
moderator-button-revoke-yes = نعم، { $name }
moderator-revoked = لم يعد لـ <b>{ $name }</b> أي دور.
