# 团队：角色与邀请。
moderator-roles = <b>团队</b>
moderator-role-line = • <b>{ $name }</b> — { $role }{ $you ->
        [yes] （您）
       *[no] {""}
    }
moderator-button-invite = ➕ 邀请
moderator-button-revoke = ➖ 收回
moderator-which-role = 授予哪个角色？
moderator-invitation = 一份邀请（<b>{ $role }</b>），仅限一人使用，{ $days } 天内有效。请转交此链接：
    { $link }
moderator-nobody-else = 团队里没有其他人。
moderator-which-member = 收回谁的角色？
moderator-revoke-sure = 收回 <b>{ $name }</b> 的角色？立即生效。
moderator-button-revoke-yes = 是的，{ $name }
moderator-revoked = <b>{ $name }</b> 不再担任任何角色。
