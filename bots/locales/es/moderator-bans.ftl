# Quién ya no puede escribir, votar ni apoyar.
moderator-menu-ban = Excluir a quien escribió una contribución
moderator-menu-unban = Dejarle participar de nuevo
moderator-ask-ban = ¿El autor de qué contribución ya no debe poder escribir, votar ni apoyar? Escriba su referencia, por ejemplo <code>Q-12</code>.
moderator-ask-unban = ¿El autor de qué contribución debe poder participar de nuevo? Escriba su referencia, por ejemplo <code>Q-12</code>.
moderator-ban-unknown = No conozco ninguna contribución «{ $ref }». Escriba su referencia, por ejemplo <code>Q-12</code>, o escriba /cancel.
moderator-banned = ⛔ Quien escribió <b>{ $ref }</b> ya no puede escribir, votar ni apoyar. Lo publicado sigue publicado, y nadie llega a saber quién es.
moderator-unbanned = ✅ Quien escribió <b>{ $ref }</b> puede escribir, votar y apoyar.
moderator-button-unban = ↩️ Dejarle participar de nuevo
