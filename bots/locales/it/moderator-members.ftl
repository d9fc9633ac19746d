# Il gruppo: ruoli, inviti.
moderator-roles = <b>Il gruppo</b>
moderator-role-line = • <b>{ $name }</b> — { $role }{ $you ->
        [yes] {" "}(voi)
       *[no] {""}
    }
moderator-button-invite = ➕ Invitare
moderator-button-revoke = ➖ Togliere
moderator-which-role = Per quale ruolo?
moderator-invitation = Un invito (<b>{ $role }</b>), per una sola persona, valido { $days } giorni. Passate questo link:
    { $link }
moderator-nobody-else = Nel gruppo non c’è nessun altro.
moderator-which-member = A chi togliete il ruolo?
moderator-revoke-sure = Togliere il ruolo a <b>{ $name }</b>? Vale da subito.
moderator-button-revoke-yes = Sì, { $name }
moderator-revoked = <b>{ $name }</b> non ha più alcun ruolo.
