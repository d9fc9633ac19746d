# L’équipe : rôles, invitations.
moderator-roles = <b>L’équipe</b>
moderator-role-line = • <b>{ $name }</b> — { $role }{ $you ->
        [yes] {" "}(vous)
       *[no] {""}
    }
moderator-button-invite = ➕ Inviter
moderator-button-revoke = ➖ Retirer
moderator-which-role = Pour quel rôle ?
moderator-invitation = Une invitation (<b>{ $role }</b>), pour une seule personne, valable { $days } jours. Transmettez ce lien :
    { $link }
moderator-nobody-else = Il n’y a personne d’autre dans l’équipe.
moderator-which-member = À qui reprendre son rôle ?
moderator-revoke-sure = Reprendre son rôle à <b>{ $name }</b> ? L’effet est immédiat.
moderator-button-revoke-yes = Oui, { $name }
moderator-revoked = <b>{ $name }</b> n’a plus de rôle.
