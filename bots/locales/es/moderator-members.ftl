# El equipo: papeles, invitaciones.
moderator-roles = <b>El equipo</b>
moderator-role-line = • <b>{ $name }</b> — { $role }{ $you ->
        [yes] {" "}(usted)
       *[no] {""}
    }
moderator-button-invite = ➕ Invitar
moderator-button-revoke = ➖ Retirar
moderator-which-role = ¿Para qué papel?
moderator-invitation = Una invitación (<b>{ $role }</b>), para una sola persona, válida { $days } días. Pase este enlace:
    { $link }
moderator-nobody-else = No hay nadie más en el equipo.
moderator-which-member = ¿A quién retira el papel?
moderator-revoke-sure = ¿Retirar el papel de <b>{ $name }</b>? Vale en el acto.
moderator-button-revoke-yes = Sí, { $name }
moderator-revoked = <b>{ $name }</b> ya no tiene ningún papel.
