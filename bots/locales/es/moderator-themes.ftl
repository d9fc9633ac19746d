# Temas y fases.
moderator-themes = <b>Temas</b>
moderator-theme-line = • <b>{ $title }</b> (<code>{ $slug }</code>) — { $phase }{ $waiting ->
        [0] {""}
       *[other] , 📥 { $waiting } en espera
    }
moderator-no-theme = Aún no hay ningún tema. ¡Cree el primero!
moderator-which-theme = ¿Qué tema?
moderator-button-new-theme = ➕ Nuevo tema
moderator-button-phase = 🚦 Fase
moderator-button-session = 📅 Nueva sesión
moderator-button-stats = 📊 Cifras
moderator-button-open = ▶️ Abrir: recoger las voces
moderator-button-announce = 📣 Solo anunciar
moderator-ask-title = ¿Cuál es el título del nuevo tema? Escríbalo.
moderator-slip-title = Un título tiene de 3 a 120 caracteres; este tiene { $length }. Escriba otro.
moderator-theme-drafted = ✅ «<b>{ $title }</b>» está creado. Su nombre corto: <code>{ $slug }</code>
    Es un borrador: la ciudadanía aún no lo ve.
moderator-which-phase = <b>{ $title }</b> está en la fase «{ $phase }». ¿A qué fase pasa?
    En una fecha en lugar de ahora: <code>/phase { $slug } deliberating 2026-12-05 18:00</code>
moderator-theme-moved = ✅ <b>{ $title }</b> está ahora en la fase «{ $phase }».
moderator-theme-moved-on = El tema ha cambiado de fase entretanto: aquí está.
moderator-slip-phase = «{ $phase }» no es una fase. Las fases: { $phases }
moderator-theme-until = ⏳ Previsto: «{ $phase }», { $when }
moderator-phase-planned = ⏳ Anotado: pasa a la fase «{ $phase }», { $when }. Desde ahora la ciudadanía ve esta fecha.
moderator-phase-dropped = El paso previsto («{ $phase }», { $when }) no tendrá lugar.
moderator-button-unplan = ✖️ Quitar el paso previsto
