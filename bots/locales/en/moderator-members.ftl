# The team: roles, invitations.
moderator-roles = <b>The team</b>
moderator-role-line = • <b>{ $name }</b> — { $role }{ $you ->
        [yes] {" "}(you)
       *[no] {""}
    }
moderator-button-invite = ➕ Invite
moderator-button-revoke = ➖ Revoke
moderator-which-role = For which role?
moderator-invitation = An invitation (<b>{ $role }</b>), for one person only, valid for { $days } days. Pass this link on:
    { $link }
moderator-nobody-else = There is nobody else in the team.
moderator-which-member = Whose role do you take back?
moderator-revoke-sure = Take the role of <b>{ $name }</b> back? It takes effect at once.
moderator-button-revoke-yes = Yes, { $name }
moderator-revoked = <b>{ $name }</b> has no role any more.
