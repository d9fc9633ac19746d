# Una pausa al votar, y los propios votos.
citizen-vote-rest = 🌿 <b>Ya van { $done }. ¡Gracias!</b> Puede seguir con esta, ver dónde se sitúa o dejarlo por hoy: las demás le esperan.
citizen-button-vote-enough = 🌙 Basta por hoy
citizen-vote-enough = 🌙 ¡Gracias, por hoy ya es mucho! Sus votos están contados. Las demás afirmaciones le esperan: /vote sigue donde lo dejó.
citizen-button-my-votes = 🗳 Mis votos
citizen-my-votes = <b>Sus votos</b> ({ $count }) · solo usted los ve
citizen-my-votes-none = Aún no ha votado. Solo usted verá sus votos.
citizen-my-vote =
    <b>{ $ref }</b> · { $vote }
    { $text }
citizen-my-vote-gone = <b>{ $ref }</b> · { $vote } · esta afirmación ya no se muestra
citizen-my-vote-open = Su voto: <b>{ $vote }</b>. Puede cambiarlo hasta el cierre.
citizen-my-vote-closed = Su voto: <b>{ $vote }</b>. Ya no se puede cambiar: aquí la votación está cerrada.
citizen-button-take-vote-back = ↩ Retirar mi voto
