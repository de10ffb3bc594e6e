package io.restoregateway.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page of last resort: what the servlet container or a filter gave up on, told as a problem. */
@Controller
class ErrorPage implements ErrorController {

    private final ProblemAnswers answers;

    ErrorPage(ProblemAnswers answers) {
        this.answers = answers;
    }

    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    ResponseEntity<Object> tell(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        return answers.answer(ProblemStatuses.of(status), new HttpHeaders(), request);
    }
}
