# Sesiones e inscripciones.
moderator-session-for = 📅 Una sesión para <b>{ $title }</b>.
moderator-ask-session-title = ¿Cuál es su título?
moderator-ask-session-when = ¿Cuándo? Por ejemplo <code>2026-12-05 18:30</code> o <code>05/12/2026 18:30</code> (hora local, primero el día).
moderator-ask-session-place = ¿Dónde?
moderator-ask-session-capacity = ¿Cuántas plazas? Elija, o escriba un número.
moderator-ask-session-minutes = ¿Cuántos minutos? Elija, o escriba un número.
moderator-session-capacity-value = { $value }
moderator-session-minutes-value = { $value } min
moderator-session-when = 🕑 { $when }.
moderator-session-planned = ✅ La sesión <b>{ $ref }</b> está planificada: <b>{ $title }</b>
    🕑 { $when } ({ $minutes } min)
    📍 { $place }
    🪑 { $capacity ->
        [one] una plaza
       *[other] { $capacity } plazas
    }
moderator-button-signups = 👥 Inscripciones
moderator-slip-session-title = Un título tiene de { $least } a { $most } caracteres; este tiene { $length }.
moderator-slip-session-place = Un lugar tiene de { $least } a { $most } caracteres; este tiene { $length }.
moderator-slip-session-when = No entiendo la fecha «{ $when }». Escríbala así: <code>2026-12-05 18:30</code>
moderator-slip-session-past = «{ $when }» ya pasó. Escriba una fecha futura.
moderator-slip-session-gap = «{ $when }» no existe: esa noche se adelantan los relojes. Elija otra hora.
moderator-slip-session-capacity = Las plazas deben ser de { $least } a { $most }; «{ $given }» no vale.
moderator-slip-session-minutes = La duración debe ser de { $least } a { $most } minutos; «{ $given }» no vale.
moderator-slip-session-parts = Falta algo, o sobra algo. En una línea:
    <code>/newsession { $theme } | Título | 2026-12-05 18:30 | Lugar | 40 | 120</code>
    Los dos últimos (plazas, minutos) son opcionales. O bien: <code>/newsession { $theme }</code>, y pregunto yo.
moderator-slip-session-unknown = No conozco la sesión «{ $ref }». Escriba /signups para ver la lista.
moderator-no-session = Aún no hay ninguna sesión. Planifique una: /newsession
moderator-no-coming-session = No hay ninguna sesión próxima. Planifique una: /newsession
moderator-which-session = ¿Qué sesión?
moderator-signups = 👥 <b>{ $title }</b> ({ $ref })
    🕑 { $when }
    { $seated } de { $capacity } plazas ocupadas, { $waiting } en lista de espera.
moderator-signups-file = La lista, sin nombres: un código por persona, solo de esta sesión.
moderator-hour-twice = esa noche se atrasan los relojes y esta hora viene dos veces: vale la primera
moderator-session-off = ❌ Cancelada.
moderator-session-about = 📅 <b>{ $ref } · { $title }</b>
    🕑 { $when }
    { $people ->
        [0] Nadie está inscrito ni en espera.
        [one] Una persona está inscrita o en espera.
       *[other] { $people } personas están inscritas o en espera.
    }
moderator-session-moved = ✅ <b>{ $ref } · { $title }</b> cambia de fecha:
    🕑 { $when }
    { $people ->
        [0] No había nadie a quien avisar.
        [one] Se avisa a una persona.
       *[other] Se avisa a { $people } personas.
    }
moderator-session-called-off = ❌ <b>{ $ref } · { $title }</b> ({ $when }) está cancelada.
    { $people ->
        [0] No había nadie a quien avisar.
        [one] Se avisa a una persona.
       *[other] Se avisa a { $people } personas.
    }
moderator-session-sure = ¿Cancelarla? No se puede deshacer.
moderator-button-move = 📅 Cambiar la fecha
moderator-button-call-off = ❌ Cancelar la sesión…
moderator-button-call-off-surely = ❌ Sí, cancelar la sesión
