citizen-sessions = <b>Los próximos debates</b>
citizen-sessions-none = En este momento no hay ningún debate previsto.
citizen-session =
    <b>{ $ref } · { $title }</b>
    📅 { $when } ({ $minutes } min)
    📍 { $place }
citizen-seats = { $free ->
        [0] Completo. { $waiting ->
            [0] Usted sería la primera persona de la lista de espera.
            [one] Una persona espera.
           *[other] { $waiting } personas esperan.
        }
        [one] Queda una plaza.
       *[other] Quedan { $free } plazas.
    }
citizen-seat-seated = ✅ Tiene una plaza.
citizen-seat-waiting = ⏳ Ocupa el puesto { $position } de la lista de espera.
citizen-seat-offered = 🎟 Le guardamos una plaza: tómela o déjela, por favor.
citizen-seat-released = Hecho: ya no está en la lista.
citizen-session-cancelled = ❌ Este debate está cancelado.
citizen-button-take-seat = ✅ Inscribirme
citizen-button-accept-seat = ✅ Tomar la plaza
citizen-button-leave-seat = Dejar mi plaza
citizen-button-leave-line = Salir de la lista de espera
citizen-button-calendar = 📎 Archivo de calendario
citizen-calendar-caption = { $title }: para su calendario
