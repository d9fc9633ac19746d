# /forget: borrarlo todo.
citizen-menu-forget = borrar todo lo que viene de mí
citizen-button-forget = 🗑 Borrarlo todo
citizen-button-forget-yes = Sí, borrarlo todo
citizen-button-forget-no = No, conservarlo todo
citizen-forget =
    <b>¿Borrarlo todo?</b>

    • Sus preguntas, opiniones, borradores, su idioma y lo que dijo de usted se borran en todas partes. En los resultados ya publicados, «[…]» ocupa el lugar de sus palabras.
    • Sus plazas en los próximos debates pasan a quien espera.
    • Sus votos y apoyos siguen contados, sin nada que lleve a usted.
    • Su cuenta de Telegram se olvida: si vuelve a escribir, no le reconoceremos.

    Tarda menos de un minuto y no se puede deshacer. Lo que nos hemos escrito queda en esta conversación, en Telegram, hasta que usted lo elimine.
citizen-forgotten =
    ✅ <b>Hecho: ya no le conocemos.</b>
    En menos de un minuto no queda ni una palabra suya en nuestros archivos. ¡Gracias por haber participado!

    Su recibo, del { $when }:
    <code>{ $digest }</code>
    No dice nada de usted. Con él se puede encontrar este borrado en el registro, donde queda contado.
citizen-forgotten-later = Su petición está bien guardada: todo se borrará en cuanto sea posible, sin que tenga que hacer nada más. Hasta entonces es mejor no escribir aquí.
citizen-forget-nothing = No sabemos nada de usted: no hay nada que borrar.
citizen-trace-erased = { $ref } fue borrada por la persona que la escribió.
