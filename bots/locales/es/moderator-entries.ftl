# Introducir lo que se dio en papel.
moderator-refused-length = Este texto tiene { $length } caracteres; una aportación de este tipo ({ $kind }) tiene de { $least } a { $most }.
moderator-refused-empty = No encuentro palabras en este texto.
moderator-menu-enter = Introducir lo que se dio en papel
moderator-menu-takeback = Retirar una entrada, si la persona lo desea
moderator-menu-form = Una hoja para imprimir y participar con bolígrafo
moderator-entry-place =
    📄 <b>{ $theme }</b>
    ¿De dónde vienen las hojas? Por ejemplo «Biblioteca de La Plaine» ({ $most } caracteres como máximo). El lugar se muestra con la aportación.
    Introduzca solo las hojas con la casilla de acuerdo marcada, palabra por palabra, sin nombres ni números.
moderator-slip-entry-place = Necesito un lugar, de { $most } caracteres como máximo.
moderator-entry-kind = 👤 <b>Una persona.</b> ¿Qué dice su hoja?
moderator-entry-text = ✍️ Copie el texto ({ $kind }, de { $least } a { $most } caracteres) tal como está escrito.
moderator-entry-received = 📥 <b>{ $ref }</b> queda registrada ({ $place }). Escriba esta referencia en el resguardo de la hoja: la persona podrá seguir su aportación o pedir que se retire. Decidirá otra persona del equipo.
moderator-button-same-question = 👤 La misma persona: una pregunta
moderator-button-same-opinion = 👤 La misma persona: una opinión
moderator-button-same-testimony = 👤 La misma persona: un testimonio
moderator-button-next-person = ➡️ Otra persona
moderator-button-entry-done = ✅ Eso es todo
moderator-entry-done = Gracias. Lo que ha introducido espera a otra persona en la cola.
moderator-ask-takeback = ¿Qué entrada hay que retirar? Escriba su referencia, por ejemplo Q-12.
moderator-taken-back = 🗑 <b>{ $ref }</b> queda retirada: ya nadie la ve.
moderator-refused-not-entered = { $ref } llegó por el chat: solo quien la escribió puede retirarla.
moderator-form-file = 🖨 La hoja de «{ $theme }»: ábrala en un navegador e imprímala. Después: /enter
