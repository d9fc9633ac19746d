# First words, consent, home menu, commands.
citizen-about = Llevo sus preguntas y opiniones sobre la vida de { $city } a sus debates públicos. Pulse Iniciar: no se guarda nada de usted antes de su consentimiento.
citizen-about-short = Sus preguntas y opiniones para los debates públicos de { $city }.

citizen-menu-themes = de qué debate la ciudad
citizen-menu-ask = hacer una pregunta
citizen-menu-opinion = dar una opinión
citizen-menu-vote = votar las opiniones de los demás
citizen-menu-questions = leer y apoyar preguntas
citizen-menu-sessions = los debates: fechas y plazas
citizen-menu-mine = mis aportaciones y qué ha sido de ellas
citizen-menu-agenda = el orden del día del debate
citizen-menu-summary = el resumen de lo que se ha dicho
citizen-menu-map = quién está de acuerdo en qué
citizen-menu-trace = seguir una aportación
citizen-menu-language = cambiar de idioma
citizen-menu-help = qué puedo hacer aquí
citizen-menu-privacy = qué ocurre con mis palabras
citizen-menu-cancel = parar lo que está en curso

citizen-button-themes = 🗂 Temas
citizen-button-ask = ❓ Hacer una pregunta
citizen-button-opinion = 💬 Dar una opinión
citizen-button-vote = 🗳 Votar
citizen-button-questions = 🙋 Preguntas
citizen-button-sessions = 📅 Debates
citizen-button-mine = 📁 Mis aportaciones
citizen-button-agenda = Orden del día
citizen-button-summary = Resumen
citizen-button-map = Mapa
citizen-button-language = 🌐 Idioma
citizen-button-help = Ayuda
citizen-button-home = 🏠 Menú
citizen-button-privacy = 🔒 Privacidad
citizen-button-consent = ✅ De acuerdo, empecemos
citizen-button-read-first = 👀 Primero quiero mirar

citizen-welcome =
    <b>¡Hola! Le damos la bienvenida.</b>
    Aquí puede hacer preguntas, dar su opinión e inscribirse en los debates públicos de { $city }.
citizen-welcome-theme = Viene por el tema <b>{ $theme }</b>.
citizen-privacy-short =
    🔒 <b>Antes de participar</b>
    Lo que escribe lo lee una persona del equipo de moderación y después se muestra sin su nombre. Nadie ve sus votos. Su cuenta de Telegram se guarda sellada, solo para poder responderle. No se guarda nada antes de su consentimiento.
citizen-consent-first = Para participar necesito primero su consentimiento: basta un toque y seguimos.
citizen-joined = Gracias, ya participa. ✅
citizen-home =
    <b>{ $city } le escucha</b>
    ¿Qué desea hacer?
citizen-help = <b>Lo que puede hacer aquí</b>
citizen-unknown-command = No conozco ese comando. Esto es lo que puede hacer:
citizen-language = ¿En qué idioma hablamos?
citizen-language-chosen = Ahora hablamos en: { $name }.
citizen-cancelled = Hecho: ya no hay nada en curso.
citizen-flood = Es mucho de una vez. Espere un minuto, por favor: lo que envía ahora no se recibe.
citizen-edited = Lo que recibí queda tal cual. Para cambiarlo, retírelo y escríbalo de nuevo.
citizen-private-only = Hablemos en privado, por favor: toque mi nombre y escríbame allí.
citizen-gone = Este botón ya no funciona. El menú muestra lo que es posible ahora.
citizen-outcome-later = Su mensaje está bien guardado. Tarda un poco más de lo habitual; encontrará el resultado en /mine.
